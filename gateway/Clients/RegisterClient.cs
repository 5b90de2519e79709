using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Clients;

/// <summary>A program as an administrator typed it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Partnership">A partnership's code, or <see cref="TypedAccount.Office"/>.</param>
/// <param name="Access">"read" or "write".</param>
/// <param name="Until">The last day on which it may call.</param>
internal sealed record TypedClient(string? Name, string? Partnership, string? Access, DateOnly? Until);

/// <summary>Registers a program. Its secret is in the answer, and nowhere else.</summary>
internal sealed class RegisterClient(AccountsContext db, Caller caller)
{
    private const int Longest = 100;
    private const int MostDays = 366;

    /// <param name="typed">The program.</param>
    /// <param name="id">Made with the page, so that pressing twice registers one.</param>
    public async Task<Result<(Client Client, string Secret)>> RunAsync(TypedClient typed, Guid id)
    {
        var problems = new List<Problem>();
        var (name, today) = (TypedText.Line(typed.Name), London.DateOf(caller.At));
        var partnership = Partnership.Find(typed.Partnership);
        if (name.Length is 0 or > Longest)
            problems.Add(
                new(
                    nameof(typed.Name),
                    name.Length == 0 ? "Enter what the program is called" : $"Name must be {Longest} characters or less"
                )
            );
        if (partnership is null && typed.Partnership != TypedAccount.Office)
            problems.Add(new(nameof(typed.Partnership), "Select whose things the program sees"));
        if (typed.Access is not ("read" or "write"))
            problems.Add(new(nameof(typed.Access), "Select whether the program also changes things"));
        if (typed.Until is not { } until)
            problems.Add(new(nameof(typed.Until), "Enter the last day on which the program may call"));
        else if (until < today || until > today.AddDays(MostDays))
            problems.Add(new(nameof(typed.Until), $"The last day must be between today and {London.Plain(today.AddDays(MostDays))}"));
        if (problems.Count > 0)
            return Result.Of(problems);
        if (await db.Clients.AnyAsync(c => c.Id == id))
            return Result.Refused(
                "client-registered",
                "The program is registered already. Its secret is shown once: if nobody has it, revoke it"
            );
        var secret = Client.NewSecret();
        var client = Client.Register(
            id,
            name,
            partnership,
            typed.Access == "write",
            London.At(typed.Until!.Value.AddDays(1), default),
            secret,
            caller.Person,
            caller.At
        );
        db.Add(client);
        await db.SaveChangesAsync();
        return (client, secret);
    }
}

/// <summary>Refuses a program from now on.</summary>
internal sealed class RevokeClient(AccountsContext db, Caller caller)
{
    public async Task<Result> RunAsync(Guid id)
    {
        if (await db.Clients.SingleOrDefaultAsync(c => c.Id == id) is not { } client)
            return Result.NotFound;
        client.Revoke(caller.Person, caller.At);
        await db.SaveChangesAsync();
        return Result.Done;
    }
}
