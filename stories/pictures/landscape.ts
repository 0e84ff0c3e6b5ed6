/** A photo-like picture of 1,600 × 1,000 pixels, drawn when it is needed: hills under a sky, and somebody in front. */
export async function landscape(): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = 1600
  canvas.height = 1000
  const context = canvas.getContext('2d')!
  const sky = context.createLinearGradient(0, 0, 0, 1000)
  sky.addColorStop(0, '#8ec5f0')
  sky.addColorStop(1, '#fbe3c2')
  context.fillStyle = sky
  context.fillRect(0, 0, 1600, 1000)
  const hill = (colour: string, x: number, y: number, radius: number) => {
    context.fillStyle = colour
    context.beginPath()
    context.ellipse(x, y, radius, radius * 0.6, 0, 0, 2 * Math.PI)
    context.fill()
  }
  hill('#9dbb8a', 250, 1000, 700)
  hill('#7fa46f', 1350, 1050, 760)
  hill('#5f8a58', 800, 1200, 900)
  hill('#2f3b52', 800, 1150, 360)
  context.fillStyle = '#e9b893'
  context.beginPath()
  context.arc(800, 620, 190, 0, 2 * Math.PI)
  context.fill()
  context.fillStyle = '#4a2f22'
  context.beginPath()
  context.arc(800, 570, 200, Math.PI, 2 * Math.PI)
  context.fill()
  context.fillStyle = '#2b2330'
  for (const x of [730, 870]) {
    context.beginPath()
    context.arc(x, 630, 17, 0, 2 * Math.PI)
    context.fill()
  }
  context.strokeStyle = '#8c4a3c'
  context.lineWidth = 12
  context.lineCap = 'round'
  context.beginPath()
  context.arc(800, 670, 70, 0.25 * Math.PI, 0.75 * Math.PI)
  context.stroke()
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.9))
  return new File([blob], 'somebody.jpg', { type: 'image/jpeg' })
}
