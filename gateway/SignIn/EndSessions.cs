using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn;

/// <summary>Ends one session. The next request that refers to it is nobody's.</summary>
internal sealed class EndSession(AccountsContext db, SignInNotes note)
{
    /// <returns>Not found where that person has no such session. Ending it twice is no mistake.</returns>
    public async Task<Result> RunAsync(Guid userId, string? id, SessionEnd why)
    {
        var own = db.Sessions.Where(s => s.UserId == userId && s.Id == id);
        if (await own.EndAsync(why) == 0)
            return await own.AnyAsync() ? Result.Done : Result.NotFound;
        await note.EndedAsync(userId, why);
        return Result.Done;
    }
}

/// <summary>Ends all sessions of a person.</summary>
internal sealed class EndSessions(AccountsContext db, SignInNotes note)
{
    /// <param name="userId">The person.</param>
    /// <param name="why">Why.</param>
    /// <param name="except">The session that goes on; null for none.</param>
    public async Task RunAsync(Guid userId, SessionEnd why, string? except = null)
    {
        if (await db.Sessions.Where(s => s.UserId == userId && s.Id != except).EndAsync(why) > 0)
            await note.EndedAsync(userId, why);
    }
}

internal static class Ending
{
    public static Task<int> EndAsync(this IQueryable<Session> sessions, SessionEnd why)
    {
        DateTimeOffset? now = TimeProvider.System.GetUtcNow();
        return sessions
            .Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedBecause, why));
    }
}
