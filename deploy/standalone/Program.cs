using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Platform.Standalone;

// Starts the platform on this machine with the demonstration data: everything in this process, or with --rabbitmq each service in its own.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var settings = Settings.Read(args);
    if (settings.AsksCode)
    {
        Console.WriteLine(Accounts.Code(settings));
        return 0;
    }
    await using var stores = await Stores.StartAsync(settings, stop.Token);
    await (settings.RabbitMq ? Processes.RunAsync(settings, stores, stop.Token) : OneProcess.RunAsync(settings, stores, stop.Token));
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    Console.Error.WriteLine("The port is in use. Stop the program that uses it, or choose another with --port NUMBER.");
    return 1;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
