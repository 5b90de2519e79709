using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>
/// <c>--make-administrator EMAIL NAME</c>: makes an administrator on the server, and prints the link by which they choose a password. Only
/// while fewer than two can sign in: after that, one administrator asks for another and a second confirms it.
/// </summary>
internal static class MakeAdministrator
{
    public const string Name = "--make-administrator";

    private const int Enough = 2;

    /// <returns>0 once it is made, otherwise 1.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        var make = scope.ServiceProvider.GetRequiredService<MakeAccount>();
        if (args is not [var email, .. { Length: > 0 } name])
            return Say($"{Name} EMAIL NAME");
        if (await make.AdministratorsAsync() >= Enough)
            return Say("There are two administrators already: one of them can ask for another, whom the other confirms.");
        var made = await make.RunAsync(
            new()
            {
                Email = email,
                Name = string.Join(' ', name),
                Partnership = TypedAccount.Office,
                Roles = [Roles.Administrator],
            },
            password: null
        );
        if (!made.IsDone)
            return Say(string.Join(' ', made.Outcome.Problems.Select(p => p.Message + ".")));
        var address = scope.ServiceProvider.GetRequiredService<IConfiguration>()["Platform:PublicAddress"]?.TrimEnd('/');
        Console.WriteLine($"Choose the password within 72 hours, once: {address}/account/accept-invitation?code={made.Value.Code}");
        return 0;
    }

    private static int Say(string problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
