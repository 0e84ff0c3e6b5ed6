import { firebaseAdapter } from '../../../src/adapters/firebase.ts'
import { type Harness, storeImage } from '../../support/conformance.ts'
import { firebaseRecord, startFirebaseDouble } from '../../support/firebaseDouble.ts'

/** Over a double of the SDK. `test/hosts/firebase` runs the same suite over the SDK itself and Firebase's emulator. */
export const harness: Harness = {
  sets: true,
  async start({ deadlineMs }) {
    const { auth, ids, records, counts, lie, lose, silence } = startFirebaseDouble()
    return {
      adapter: firebaseAdapter(auth, { policy: { deadlineMs, retries: 0 }, listUpTo: 1000, storeImage }),
      ids,
      counts,
      hasImage: (id) => records.get(id)!.photoURL !== undefined,
      // Firebase knows no flag: who has no picture has no address.
      wire: (id, { imageUrl, hasImage }) => firebaseRecord(id, 0, { photoURL: (hasImage && imageUrl) || undefined }),
      lie,
      lose,
      silence,
    }
  },
}
