import { installBrowser } from './browser.mjs'
import { installFonts } from './fonts.mjs'
import { installPackages } from './packages.mjs'

installPackages()
installBrowser()
installFonts()
