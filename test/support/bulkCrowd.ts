/** So many users with an image each: `user-1`, `User 1`, … */
export const crowdOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `user-${at + 1}`,
    firstName: 'User',
    lastName: String(at + 1),
    emailAddress: `user-${at + 1}@people.test`,
    imageUrl: `https://images.test/${at + 1}.png`,
    hasImage: true,
  }))
