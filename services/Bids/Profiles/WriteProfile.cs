using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles;

/// <summary>Writes a partnership's Problem Profile, or changes it.</summary>
internal sealed class WriteProfile(BidsContext db, Caller caller)
{
    /// <param name="partnership">Whose it is.</param>
    /// <param name="answers">What it says.</param>
    /// <param name="id">Created with the page, so that pressing twice writes one profile; null where each call writes one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<ProblemProfile>> RunAsync(
        Partnership partnership,
        ProfileAnswers answers,
        Guid? id,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await HoldAsync(partnership, cancellationToken);
        if (id is not null && await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } written)
            return written;
        var profile = ProblemProfile.Write(
            partnership,
            answers,
            await OthersAsync(partnership, null, cancellationToken),
            caller.Person,
            caller.At,
            id
        );
        if (!profile.IsDone)
            return profile;
        db.Add(profile.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return profile;
    }

    /// <param name="id">The profile.</param>
    /// <param name="readVersion">What the officer saw.</param>
    /// <param name="change">Puts one page's answers into those that are saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(
        Guid id,
        int readVersion,
        Func<ProfileAnswers, ProfileAnswers> change,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.Profiles.AsNoTracking().Where(p => p.Id == id).Select(p => p.Partnership).SingleOrDefaultAsync(cancellationToken)
            is not { } partnership
        )
            return Result.NotFound;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await HoldAsync(partnership, cancellationToken);
        var profile = await db.Profiles.SingleAsync(p => p.Id == id, cancellationToken);
        var result = profile.Change(
            change(profile.Answers),
            await OthersAsync(partnership, id, cancellationToken),
            readVersion,
            caller.Person,
            caller.At
        );
        if (!result.IsDone)
            return result;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    // One write to a partnership's profiles at a time: two new profiles could not see that they overlap.
    private Task<int> HoldAsync(Partnership partnership, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"profiles " + partnership.Code}, 0))",
            cancellationToken
        );

    private Task<List<ProblemProfile>> OthersAsync(Partnership partnership, Guid? id, CancellationToken cancellationToken) =>
        db.Profiles.AsNoTracking().Where(p => p.Partnership == partnership && p.Id != id).ToListAsync(cancellationToken);
}
