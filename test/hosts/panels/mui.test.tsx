import {
  Button,
  Card,
  CardContent,
  Checkbox,
  CssBaseline,
  createTheme,
  Dialog,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  ThemeProvider,
  Typography,
} from '@mui/material'
import desk from 'avatarkit/desk.css?inline'
import styles from 'avatarkit/styles.css?inline'
import bridge from 'avatarkit/themes/mui.css?inline'
import type { DesignSystem } from './DesignSystem.ts'
import { describeDesignSystem } from './describeDesignSystem.tsx'

const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-mui-color-scheme' },
  colorSchemes: { light: true, dark: true },
})

const mui: DesignSystem = {
  name: 'MUI',
  styles: [styles, desk, bridge],
  setScheme: (scheme) => document.documentElement.setAttribute('data-mui-color-scheme', scheme),
  Panel: ({ scheme, children }) => (
    <ThemeProvider theme={theme} defaultMode={scheme} key={scheme} modeStorageKey={`mode-${scheme}`}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  ),
  Elements: () => (
    <>
      <Typography variant="h5">People</Typography>
      <Typography color="textSecondary">Everybody who has an account.</Typography>
      <Button variant="contained">Invite</Button> <Button variant="outlined">Export</Button>{' '}
      <Button color="error">Suspend</Button>
      <TextField label="Name" size="small" defaultValue="Ada" /> <Checkbox defaultChecked />
      <Card>
        <CardContent>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>Name</TableCell>
                <TableCell>Role</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              <TableRow>
                <TableCell>Ada</TableCell>
                <TableCell>Admin</TableCell>
              </TableRow>
            </TableBody>
          </Table>
        </CardContent>
      </Card>
    </>
  ),
  Danger: () => <Typography color="error">Suspended</Typography>,
  Modal: ({ open, title, onClose, children }) => (
    <Dialog open={open} onClose={onClose} aria-labelledby="account">
      <DialogTitle id="account">{title}</DialogTitle>
      <DialogContent>{children}</DialogContent>
    </Dialog>
  ),
}

describeDesignSystem(mui)
