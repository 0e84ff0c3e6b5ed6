import { App, Button, Card, Checkbox, ConfigProvider, Input, Modal, Space, Table, Typography, theme } from 'antd'
import 'antd/dist/reset.css'
import desk from 'avatarkit/desk.unlayered.css?inline'
import styles from 'avatarkit/styles.unlayered.css?inline'
import bridge from 'avatarkit/themes/antd.css?inline'
import { describeDesignSystem } from './describeDesignSystem.tsx'

const columns = ['Name', 'Role'].map((title) => ({ title, dataIndex: title, key: title }))

describeDesignSystem({
  name: 'Ant Design',
  // Its reset is in no layer.
  styles: [styles, desk, bridge],
  setScheme: (scheme) => {
    // Where Ant Design writes its variables, so that dialogs at the end of the body have them too.
    document.documentElement.className = 'panel'
    document.documentElement.style.colorScheme = scheme
  },
  Panel: ({ scheme, children }) => (
    <ConfigProvider
      theme={{ cssVar: { key: 'panel' }, algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm }}
    >
      <App style={{ background: 'var(--ant-color-bg-layout)' }}>{children}</App>
    </ConfigProvider>
  ),
  Elements: () => (
    <>
      <Typography.Title level={4}>People</Typography.Title>
      <Typography.Paragraph type="secondary">Everybody who has an account.</Typography.Paragraph>
      <Space>
        <Button type="primary">Invite</Button>
        <Button>Export</Button>
        <Button danger>Suspend</Button>
        <Checkbox defaultChecked>Active</Checkbox>
      </Space>
      <Input aria-label="Name" defaultValue="Ada" />
      <Card title="Admins">
        <Table columns={columns} dataSource={[{ key: 1, Name: 'Ada', Role: 'Admin' }]} pagination={false} />
      </Card>
    </>
  ),
  Danger: () => <Typography.Text type="danger">Suspended</Typography.Text>,
  Modal: ({ open, title, onClose, children }) => (
    <Modal open={open} onCancel={onClose} title={title} footer={null} destroyOnHidden>
      {children}
    </Modal>
  ),
})
