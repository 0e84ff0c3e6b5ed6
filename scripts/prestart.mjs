import { installPackages } from './packages.mjs'

installPackages()
