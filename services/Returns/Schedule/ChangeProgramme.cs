using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule;

/// <summary>Changes a programme's rules. The due rule applies to returns that have not opened, the ladder to those being chased.</summary>
internal sealed class ChangeProgramme(ReturnsContext db, Caller caller)
{
    public async Task<Result> RunAsync(ProgrammeDetails typed, int readVersion, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var programme = await db
            .Programmes.FromSql($"select * from programmes where name = {typed.Name} for no key update")
            .SingleOrDefaultAsync(cancellationToken);
        if (programme is null)
            return Result.NotFound;
        var result = programme.Change(typed, readVersion, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        var waiting = await db
            .Returns.FromSql(
                $"""
                select * from returns where programme = {typed.Name} and state not in ('Submitted',
                'Accepted', 'NotRequired') for no key update
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var owed in waiting)
        {
            owed.FollowRule(programme.DueRule, caller.Person, caller.At);
            owed.LookAgain(caller.At);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
