using Platform.Local.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is ["hold", var folder] ? await Holder.RunAsync(folder) : await ConsoleRunner.Run(args);
