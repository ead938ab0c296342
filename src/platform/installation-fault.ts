// Something wrong with the installation that the person who started the program can put right. The command line prints the message alone; a stack would not help.

export class InstallationFault extends Error {
  override readonly name = 'InstallationFault';
}
