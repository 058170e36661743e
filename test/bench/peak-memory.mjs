// Says the most memory that a process has had resident, in kB, when it ends.
process.on('exit', () => process.stdout.write(`peak ${process.resourceUsage().maxRSS}\n`));
