using Microsoft.EntityFrameworkCore;

namespace Platform.Gateway.Clients;

/// <summary>The program that is calling. Every request asks: one that is revoked is refused at once.</summary>
internal sealed class CallingClient(AccountsContext db, TimeProvider time)
{
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(1);

    /// <summary>The program of a bearer token, as it is registered now; null once it may no longer call.</summary>
    public async Task<Client?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (
            await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } client
            || !client.IsOpenAt(now)
        )
            return null;
        if (client.LastUsedAt is null || now - client.LastUsedAt >= Noticed)
        {
            DateTimeOffset? used = now;
            await db.Clients.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LastUsedAt, used), cancellationToken);
        }
        return client;
    }

    /// <summary>Whether a program asks for what none may, or one that only reads for more.</summary>
    public static bool IsBarred(Client client, HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        || (!client.MayWrite && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method));
}
