import type { QueryClient } from '@tanstack/react-query'
import { AvatarKitProvider, UserAvatarManager } from 'avatarkit'
import {
  Admin,
  Datagrid,
  type DataProvider,
  Edit,
  EmailField,
  FunctionField,
  List,
  memoryStore,
  type RaRecord,
  Resource,
  SaveButton,
  SimpleForm,
  TestMemoryRouter,
  TextField,
  TextInput,
  useRecordContext,
} from 'react-admin'
import type { Person } from '../company.ts'

const Picture = () => (
  <FunctionField<Person>
    label="Picture"
    render={({ avatar }) => (avatar ? <img src={avatar} alt="" width={20} height={20} /> : 'none')}
  />
)

const UserList = () => (
  <List disableAuthentication perPage={10}>
    <Datagrid bulkActionButtons={false} rowClick="edit">
      <TextField source="id" />
      <Picture />
      <TextField source="name" />
      <EmailField source="email" />
    </Datagrid>
  </List>
)

const Manager = () => {
  const record = useRecordContext<Person>()
  return record ? <UserAvatarManager user={record} /> : null
}

/** Edits are optimistic, as react-admin has it: shown at once, rolled back where the server refuses. */
const UserEdit = () => (
  <Edit disableAuthentication mutationMode="optimistic" redirect={false}>
    <Manager />
    <SimpleForm toolbar={<SaveButton alwaysEnable />}>
      <TextInput source="name" />
    </SimpleForm>
  </Edit>
)

const ProductList = () => (
  <List disableAuthentication>
    <Datagrid bulkActionButtons={false} rowClick={false}>
      <TextField source="title" />
      <FunctionField<RaRecord & { image: string }>
        label="Image"
        render={({ image }) => <img src={image} alt="" width={20} height={20} />}
      />
    </Datagrid>
  </List>
)

export function App({
  queryClient,
  dataProvider,
  deleteUserProfileImage,
}: {
  queryClient: QueryClient
  dataProvider: DataProvider
  deleteUserProfileImage: DeleteUserProfileImage
}) {
  return (
    <TestMemoryRouter initialEntries={['/users']}>
      <AvatarKitProvider queryClient={queryClient} adapter={deleteUserProfileImage}>
        <Admin queryClient={queryClient} dataProvider={dataProvider} store={memoryStore()} disableTelemetry>
          <Resource name="users" list={UserList} edit={UserEdit} recordRepresentation="name" />
          <Resource name="products" list={ProductList} />
        </Admin>
      </AvatarKitProvider>
    </TestMemoryRouter>
  )
}
