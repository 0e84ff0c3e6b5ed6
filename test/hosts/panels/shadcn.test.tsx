import desk from 'avatarkit/desk.css?inline'
import styles from 'avatarkit/styles.css?inline'
import { describeDesignSystem } from './describeDesignSystem.tsx'
import './shadcn/panel.css'
import { Button } from './shadcn/ui/button.tsx'
import { Card, CardContent } from './shadcn/ui/card.tsx'
import { Dialog, DialogContent, DialogTitle } from './shadcn/ui/dialog.tsx'
import { Input } from './shadcn/ui/input.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from './shadcn/ui/table.tsx'

describeDesignSystem({
  name: 'shadcn',
  // No bridge: its variables are the kit's fallbacks. Tailwind's layers come first.
  styles: [styles, desk],
  setScheme: (scheme) => document.documentElement.classList.toggle('dark', scheme === 'dark'),
  Panel: ({ children }) => <>{children}</>,
  Elements: () => (
    <div className="grid gap-4">
      <h2 className="text-xl font-semibold">People</h2>
      <p className="text-muted-foreground">Everybody who has an account.</p>
      <div className="flex gap-2">
        <Button>Invite</Button>
        <Button variant="outline">Export</Button>
        <Button variant="destructive">Suspend</Button>
      </div>
      <Input aria-label="Name" defaultValue="Ada" />
      <Card>
        <CardContent>
          <Table>
            <TableHeader>
              <TableRow>
                <TableHead>Name</TableHead>
                <TableHead>Role</TableHead>
              </TableRow>
            </TableHeader>
            <TableBody>
              <TableRow>
                <TableCell>Ada</TableCell>
                <TableCell>Admin</TableCell>
              </TableRow>
            </TableBody>
          </Table>
        </CardContent>
      </Card>
    </div>
  ),
  Danger: () => <span className="text-destructive">Suspended</span>,
  Modal: ({ open, title, onClose, children }) => (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{title}</DialogTitle>
        {children}
      </DialogContent>
    </Dialog>
  ),
})
