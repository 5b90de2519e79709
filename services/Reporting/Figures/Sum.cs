using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>The money of grants' years, added up, in pence.</summary>
/// <param name="Grants">How many grants.</param>
/// <param name="Original">What was granted at first.</param>
/// <param name="Allocated">What is granted as it stands.</param>
/// <param name="Actual">What was reported as spent.</param>
/// <param name="Forecast">What returns forecast for quarters whose own are not in.</param>
/// <param name="Assumed">What counts as spent in quarters that nobody has reported or forecast.</param>
/// <param name="Underspend">What grants are estimated to leave; one grant's overspend takes nothing off another's underspend.</param>
/// <param name="Overspend">What grants are estimated to spend above their allocation.</param>
/// <param name="PriorityAllocated">How much of the allocation is for priorities of Problem Profiles.</param>
/// <param name="PriorityRequired">How much of the allocation rounds wanted for them.</param>
/// <param name="PriorityActual">How much of the spending was for them.</param>
/// <param name="MatchPromised">The match funding promised.</param>
/// <param name="MatchExpected">The match funding that rounds expect for what was spent.</param>
/// <param name="MatchReceived">The match funding received, by the returns that came in.</param>
/// <param name="ActualChallenged">How much of the spending the office has sent back, and waits for.</param>
internal sealed record Sum(
    long Grants,
    long Original,
    long Allocated,
    long Actual,
    long Forecast,
    long Assumed,
    long Underspend,
    long Overspend,
    long PriorityAllocated,
    long PriorityRequired,
    long PriorityActual,
    long MatchPromised,
    long MatchExpected,
    long MatchReceived,
    long ActualChallenged
)
{
    public static readonly Sum Zero = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What the years are estimated to come to.</summary>
    public long Outturn => Actual + Forecast + Assumed;

    /// <summary>The values in the order of the constructor.</summary>
    public long[] Values =>
        [
            Grants,
            Original,
            Allocated,
            Actual,
            Forecast,
            Assumed,
            Underspend,
            Overspend,
            PriorityAllocated,
            PriorityRequired,
            PriorityActual,
            MatchPromised,
            MatchExpected,
            MatchReceived,
            ActualChallenged,
        ];

    public Sum Negative => Of([.. Values.Select(v => -v)]);

    public static Sum Total(IEnumerable<Sum> sums) =>
        Of(sums.Aggregate(Zero.Values, (total, sum) => [.. total.Zip(sum.Values, (a, b) => checked(a + b))]));

    public static Sum Of(GrantYear year)
    {
        var left = (year.Allocated - year.Outturn).Pence;
        return new(
            1,
            year.Original.Pence,
            year.Allocated.Pence,
            year.Actual.Pence,
            year.Forecast.Pence,
            year.Assumed.Pence,
            Math.Max(0, left),
            Math.Max(0, -left),
            year.PriorityAllocated.Pence,
            year.Allocated.AtLeast(year.PriorityPercent).Pence,
            year.PriorityActual.Pence,
            year.MatchPromised.Pence,
            year.Actual.AtLeast(year.MatchPercent).Pence,
            year.MatchReceived.Pence,
            year.ActualChallenged.Pence
        );
    }

    private static Sum Of(long[] v) => new(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14]);
}

/// <summary>The sums for a year, a partnership and a programme.</summary>
internal sealed class MoneySum
{
    public FinancialYear Year { get; init; }
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";

    /// <summary>How many grants it adds up.</summary>
    public long Grants { get; init; }

    /// <summary>What was granted for the year at first, in pence.</summary>
    public long Original { get; init; }

    /// <summary>What is granted for the year as it stands, in pence.</summary>
    public long Allocated { get; init; }

    /// <summary>What was spent, in pence.</summary>
    public long Actual { get; init; }

    /// <summary>What returns forecast for quarters whose own are not in, in pence.</summary>
    public long Forecast { get; init; }

    /// <summary>What counts as spent in quarters that nobody has reported or forecast, in pence.</summary>
    public long Assumed { get; init; }

    /// <summary>What grants are estimated to leave unspent, in pence.</summary>
    public long Underspend { get; init; }

    /// <summary>What grants are estimated to overspend, in pence; takes nothing off the underspend.</summary>
    public long Overspend { get; init; }

    /// <summary>How much of the allocation serves priorities, in pence.</summary>
    public long PriorityAllocated { get; init; }

    /// <summary>How much of the allocation must serve them, in pence.</summary>
    public long PriorityRequired { get; init; }

    /// <summary>How much of the spending serves them, in pence.</summary>
    public long PriorityActual { get; init; }

    /// <summary>Match funding that the bids promised, in pence.</summary>
    public long MatchPromised { get; init; }

    /// <summary>Match funding that the rounds expect for what was spent, in pence.</summary>
    public long MatchExpected { get; init; }

    /// <summary>Match funding that returns say was received, in pence.</summary>
    public long MatchReceived { get; init; }

    /// <summary>How much of the spending the office has sent back, and waits for, in pence.</summary>
    public long ActualChallenged { get; init; }
}
