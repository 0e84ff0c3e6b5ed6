import {
  Button,
  Card,
  Checkbox,
  createTheme,
  MantineProvider,
  Modal,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import '@mantine/core/styles.css'
import desk from 'avatarkit/desk.unlayered.css?inline'
import styles from 'avatarkit/styles.unlayered.css?inline'
import bridge from 'avatarkit/themes/mantine.css?inline'
import { describeDesignSystem } from './describeDesignSystem.tsx'

const theme = createTheme({})

describeDesignSystem({
  name: 'Mantine',
  // Its own rules are in no layer.
  styles: [styles, desk, bridge],
  setScheme: () => {},
  Panel: ({ scheme, children }) => (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      {children}
    </MantineProvider>
  ),
  Elements: () => (
    <>
      <Title order={3}>People</Title>
      <Text c="dimmed">Everybody who has an account.</Text>
      <Button>Invite</Button> <Button variant="default">Export</Button> <Button color="red">Suspend</Button>
      <TextInput label="Name" defaultValue="Ada" />
      <Checkbox label="Active" defaultChecked />
      <Card withBorder>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Role</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Td>Ada</Table.Td>
              <Table.Td>Admin</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Card>
    </>
  ),
  Danger: () => <Text c="var(--mantine-color-error)">Suspended</Text>,
  Modal: ({ open, title, onClose, children }) => (
    <Modal opened={open} onClose={onClose} title={title}>
      {children}
    </Modal>
  ),
})
