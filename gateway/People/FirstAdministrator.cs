using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>
/// Creates the first account: a platform without users gets the administrator that <c>Bootstrap:Administrator</c> describes. There is no
/// default.
/// </summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<FirstAdministrator> log)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Bootstrap:Administrator:Email"] is not { Length: > 0 } email)
            return;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AccountsContext>().Users.AnyAsync(cancellationToken))
            return;
        var (name, password) = (
            configuration.Required("Bootstrap:Administrator:Name"),
            configuration.Required("Bootstrap:Administrator:Password")
        );
        var typed = new TypedAccount
        {
            Name = name,
            Email = email,
            Partnership = TypedAccount.Office,
            Roles = [Roles.Administrator],
        };
        var result = await scope.ServiceProvider.GetRequiredService<InviteUser>().RunAsync(typed, null, password, Person.Platform);
        // Another replica may have been first; anything else is a mistake in the configuration.
        if (result.Outcome is { Kind: ResultKind.Incorrect, Problems: [var problem, ..] })
            throw new InvalidOperationException($"Bootstrap:Administrator:{problem.Field}: {problem.Message}.");
        log.LogInformation("The first administrator can sign in");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
