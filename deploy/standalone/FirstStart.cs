namespace Platform.Standalone;

/// <summary>Creates the demonstration once, and says at every start how to use it.</summary>
internal static class FirstStart
{
    public static async Task PlayOnceAsync(Settings settings, Func<Task> play)
    {
        var done = Path.Combine(settings.Folder, "demonstration-is-made");
        if (File.Exists(done))
            return;
        var loading = Path.Combine(settings.Folder, "loading");
        await File.WriteAllTextAsync(loading, "");
        Console.WriteLine("Making the demonstration...");
        await play();
        await File.WriteAllTextAsync(done, "");
        File.Delete(loading);
    }

    public static void Tell(Settings settings)
    {
        Console.WriteLine();
        Console.WriteLine($"The platform is at {settings.Address}");
        Console.WriteLine();
        Console.WriteLine($"Sign in with the password {settings.Secrets.People} as");
        foreach (var person in Accounts.All)
            Console.WriteLine($"  {person.Email, -32} {string.Join(", ", person.Roles)}{(Accounts.HasCode(person) ? ", code" : "")}");
        Console.WriteLine();
        Console.WriteLine("“code”: you are asked for one of an authenticator app as well. Without a telephone:");
        if (!settings.RabbitMq)
            Console.WriteLine($"  open {settings.Address}/demonstration/code");
        Console.WriteLine($"  or enter ./run --code{(settings.RabbitMq ? " --rabbitmq" : "")}{settings.FolderOption}");
        Console.WriteLine($"  or add the key {settings.Secrets.Authenticator} to an app. Each code works once, for each person.");
        Console.WriteLine();
        Console.WriteLine("Ctrl+C stops it. What you did is there at the next start.");
    }
}
