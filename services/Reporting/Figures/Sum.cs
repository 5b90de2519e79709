using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Figures;

/// <summary>The money of grants' years, added up, in pence.</summary>
/// <param name="Grants">How many grants.</param>
/// <param name="Original">What was granted at first.</param>
/// <param name="Cut">What variations took away.</param>
/// <param name="Added">What variations gave on top.</param>
/// <param name="MovedIn">What variations moved in from other years.</param>
/// <param name="MovedOut">What variations moved out to other years.</param>
/// <param name="MovedWithin">What variations moved between interventions, or between capital and revenue, inside the year.</param>
/// <param name="Allocated">What is granted as it stands.</param>
/// <param name="Actual">What was reported as spent.</param>
/// <param name="Across">How much of that is money from earlier years, spent across 31 March.</param>
/// <param name="PaperQuarters">How many quarters of grants were reported on paper: what was spent in them is not known here.</param>
/// <param name="Forecast">What returns forecast for quarters whose own are not in.</param>
/// <param name="Assumed">What counts as spent in quarters that nobody has reported or forecast.</param>
/// <param name="Underspend">What grants are estimated to leave; one grant's overspend takes nothing off another's underspend.</param>
/// <param name="Overspend">What grants are estimated to spend above their allocation.</param>
/// <param name="PriorityAllocated">How much of the allocation is for priorities of Problem Profiles.</param>
/// <param name="PriorityBase">The allocation of grants whose rounds ask for a share for priorities.</param>
/// <param name="PriorityOfBase">How much of that is for priorities.</param>
/// <param name="PriorityRequired">How much of it the rounds ask for.</param>
/// <param name="PriorityActual">How much of the spending was for priorities.</param>
/// <param name="MatchPromised">The match funding promised.</param>
/// <param name="MatchBase">The spending of grants whose rounds expect match funding.</param>
/// <param name="MatchOfBase">The match funding that these received.</param>
/// <param name="MatchExpected">The match funding that the rounds expect for what was spent.</param>
/// <param name="MatchReceived">The match funding received, by the returns that came in.</param>
/// <param name="ActualChallenged">How much of the spending the office has sent back to be put right or confirmed.</param>
/// <param name="PriorityChallenged">How much of the spending on priorities the office has sent back.</param>
/// <param name="MatchChallenged">How much of the match funding received the office has sent back.</param>
internal sealed record Sum(
    long Grants,
    long Original,
    long Cut,
    long Added,
    long MovedIn,
    long MovedOut,
    long MovedWithin,
    long Allocated,
    long Actual,
    long Across,
    long PaperQuarters,
    long Forecast,
    long Assumed,
    long Underspend,
    long Overspend,
    long PriorityAllocated,
    long PriorityBase,
    long PriorityOfBase,
    long PriorityRequired,
    long PriorityActual,
    long MatchPromised,
    long MatchBase,
    long MatchOfBase,
    long MatchExpected,
    long MatchReceived,
    long ActualChallenged,
    long PriorityChallenged,
    long MatchChallenged
)
{
    public static readonly Sum Zero = Of(new long[28]);

    /// <summary>What the years are estimated to come to.</summary>
    public long Outturn => Actual + Forecast + Assumed;

    /// <summary>The values in the order of the constructor.</summary>
    public long[] Values =>
        [
            Grants,
            Original,
            Cut,
            Added,
            MovedIn,
            MovedOut,
            MovedWithin,
            Allocated,
            Actual,
            Across,
            PaperQuarters,
            Forecast,
            Assumed,
            Underspend,
            Overspend,
            PriorityAllocated,
            PriorityBase,
            PriorityOfBase,
            PriorityRequired,
            PriorityActual,
            MatchPromised,
            MatchBase,
            MatchOfBase,
            MatchExpected,
            MatchReceived,
            ActualChallenged,
            PriorityChallenged,
            MatchChallenged,
        ];

    public Sum Negative => Of([.. Values.Select(v => -v)]);

    public static Sum Total(IEnumerable<Sum> sums) =>
        Of(sums.Aggregate(Zero.Values, (total, sum) => [.. total.Zip(sum.Values, (a, b) => checked(a + b))]));

    public static Sum Of(GrantYear year) =>
        new(
            1,
            year.Original.Pence,
            year.Cut.Pence,
            year.Added.Pence,
            year.MovedIn.Pence,
            year.MovedOut.Pence,
            year.MovedWithin.Pence,
            year.Allocated.Pence,
            year.Actual.Pence,
            year.Across.Pence,
            year.PaperQuarters,
            year.Forecast.Pence,
            year.Assumed.Pence,
            year.Underspend.Pence,
            year.Overspend.Pence,
            year.PriorityAllocated.Pence,
            year.PriorityPercent > 0 ? year.Allocated.Pence : 0,
            year.PriorityPercent > 0 ? year.PriorityAllocated.Pence : 0,
            year.Allocated.AtLeast(year.PriorityPercent).Pence,
            year.PriorityActual.Pence,
            year.MatchPromised.Pence,
            year.MatchPercent > 0 ? year.Actual.Pence : 0,
            year.MatchPercent > 0 ? year.MatchReceived.Pence : 0,
            year.Actual.AtLeast(year.MatchPercent).Pence,
            year.MatchReceived.Pence,
            year.ActualChallenged.Pence,
            year.PriorityChallenged.Pence,
            year.MatchChallenged.Pence
        );

    public static Sum Of(MoneySum kept) =>
        new(
            kept.Grants,
            kept.Original,
            kept.Cut,
            kept.Added,
            kept.MovedIn,
            kept.MovedOut,
            kept.MovedWithin,
            kept.Allocated,
            kept.Actual,
            kept.Across,
            kept.PaperQuarters,
            kept.Forecast,
            kept.Assumed,
            kept.Underspend,
            kept.Overspend,
            kept.PriorityAllocated,
            kept.PriorityBase,
            kept.PriorityOfBase,
            kept.PriorityRequired,
            kept.PriorityActual,
            kept.MatchPromised,
            kept.MatchBase,
            kept.MatchOfBase,
            kept.MatchExpected,
            kept.MatchReceived,
            kept.ActualChallenged,
            kept.PriorityChallenged,
            kept.MatchChallenged
        );

    private static Sum Of(long[] v) =>
        new(
            v[0],
            v[1],
            v[2],
            v[3],
            v[4],
            v[5],
            v[6],
            v[7],
            v[8],
            v[9],
            v[10],
            v[11],
            v[12],
            v[13],
            v[14],
            v[15],
            v[16],
            v[17],
            v[18],
            v[19],
            v[20],
            v[21],
            v[22],
            v[23],
            v[24],
            v[25],
            v[26],
            v[27]
        );
}

/// <summary>The sums for a year, a partnership and a programme.</summary>
internal sealed class MoneySum : IOfPartnership
{
    public FinancialYear Year { get; init; }
    public Partnership Partnership { get; init; } = null!;
    public string Programme { get; init; } = "";

    /// <summary>How many grants.</summary>
    public long Grants { get; init; }

    /// <summary>What was granted at first, in pence.</summary>
    public long Original { get; init; }

    /// <summary>What variations took away, in pence.</summary>
    public long Cut { get; init; }

    /// <summary>What variations gave on top, in pence.</summary>
    public long Added { get; init; }

    /// <summary>What variations moved in from other years, in pence.</summary>
    public long MovedIn { get; init; }

    /// <summary>What variations moved out to other years, in pence.</summary>
    public long MovedOut { get; init; }

    /// <summary>What variations moved between interventions, or between capital and revenue, inside the year, in pence.</summary>
    public long MovedWithin { get; init; }

    /// <summary>What is granted as it stands, in pence.</summary>
    public long Allocated { get; init; }

    /// <summary>What was reported as spent, in pence.</summary>
    public long Actual { get; init; }

    /// <summary>How much of that is money from earlier years, spent across 31 March, in pence.</summary>
    public long Across { get; init; }

    /// <summary>How many quarters of grants were reported on paper: what was spent in them is not known here.</summary>
    public long PaperQuarters { get; init; }

    /// <summary>What returns forecast for quarters whose own are not in, in pence.</summary>
    public long Forecast { get; init; }

    /// <summary>What counts as spent in quarters that nobody has reported or forecast, in pence.</summary>
    public long Assumed { get; init; }

    /// <summary>What grants are estimated to leave; one grant's overspend takes nothing off another's underspend, in pence.</summary>
    public long Underspend { get; init; }

    /// <summary>What grants are estimated to spend above their allocation, in pence.</summary>
    public long Overspend { get; init; }

    /// <summary>How much of the allocation is for priorities of Problem Profiles, in pence.</summary>
    public long PriorityAllocated { get; init; }

    /// <summary>The allocation of grants whose rounds ask for a share for priorities, in pence.</summary>
    public long PriorityBase { get; init; }

    /// <summary>How much of that is for priorities, in pence.</summary>
    public long PriorityOfBase { get; init; }

    /// <summary>How much of it the rounds ask for, in pence.</summary>
    public long PriorityRequired { get; init; }

    /// <summary>How much of the spending was for priorities, in pence.</summary>
    public long PriorityActual { get; init; }

    /// <summary>The match funding promised, in pence.</summary>
    public long MatchPromised { get; init; }

    /// <summary>The spending of grants whose rounds expect match funding, in pence.</summary>
    public long MatchBase { get; init; }

    /// <summary>The match funding that these received, in pence.</summary>
    public long MatchOfBase { get; init; }

    /// <summary>The match funding that the rounds expect for what was spent, in pence.</summary>
    public long MatchExpected { get; init; }

    /// <summary>The match funding received, by the returns that came in, in pence.</summary>
    public long MatchReceived { get; init; }

    /// <summary>How much of the spending the office has sent back to be put right or confirmed, in pence.</summary>
    public long ActualChallenged { get; init; }

    /// <summary>How much of the spending on priorities the office has sent back, in pence.</summary>
    public long PriorityChallenged { get; init; }

    /// <summary>How much of the match funding received the office has sent back, in pence.</summary>
    public long MatchChallenged { get; init; }
}
