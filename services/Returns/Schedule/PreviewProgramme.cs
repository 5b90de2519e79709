using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule;

/// <summary>The dates that a programme's rules give for one quarter.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="OpensOn">When its return opens.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Reminders">The day of each rung, in the ladder's order; null for a rung that falls before the return opens, and is passed
/// over.</param>
internal sealed record QuarterDates(Quarter Quarter, DateOnly OpensOn, DateOnly DueOn, IReadOnlyList<DateOnly?> Reminders);

/// <summary>What a change to a programme would do.</summary>
/// <param name="Ladder">The ladder as it would be saved.</param>
/// <param name="ReworkLadder">The ladder of returns that are sent back, as it would be saved.</param>
/// <param name="Quarters">The dates of the next four quarters.</param>
/// <param name="Moved">How many returns that have not opened would be due on another day.</param>
internal sealed record ProgrammePreview(
    IReadOnlyList<Rung> Ladder,
    IReadOnlyList<Rung> ReworkLadder,
    IReadOnlyList<QuarterDates> Quarters,
    int Moved
);

/// <summary>Works out what a change to a programme's rules would do, by the rules that the change itself follows. Saves nothing.</summary>
internal sealed class PreviewProgramme(ReturnsContext db, Caller caller)
{
    private const int QuartersShown = 4;

    public async Task<Result<ProgrammePreview>> RunAsync(ProgrammeDetails typed, int readVersion, CancellationToken cancellationToken)
    {
        // Neither the programme nor the returns are tracked, so nothing done to them here is saved.
        var programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Name == typed.Name, cancellationToken);
        if (programme is null)
            return Result.NotFound;
        var result = programme.Change(typed, readVersion, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        var moved = 0;
        await foreach (
            var owed in db
                .Returns.AsNoTracking()
                .Where(r => r.Programme == typed.Name && r.State == ReturnState.Scheduled)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            var before = owed.DueOn;
            owed.FollowRule(programme.DueRule, caller.Person, caller.At);
            if (owed.DueOn != before)
                moved++;
        }
        var quarters = new List<QuarterDates>();
        for (var quarter = Quarter.Of(London.DateOf(caller.At)); quarters.Count < QuartersShown; quarter = quarter.Next)
            quarters.Add(DatesOf(programme, quarter));
        return new ProgrammePreview(programme.Ladder, programme.ReworkLadder, quarters, moved);
    }

    private static QuarterDates DatesOf(Programme programme, Quarter quarter)
    {
        var (opens, due) = (quarter.Next.From, programme.DueRule.DueOn(quarter));
        var used = Ladder.Left(programme.Ladder, due, null, opens).ToList();
        return new(quarter, opens, due, [.. programme.Ladder.Select(r => used.Contains(r) ? Ladder.DayOf(r, due) : (DateOnly?)null)]);
    }
}
