using System.Globalization;
using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Assessments;

/// <summary>A round's ranking as a file for a spreadsheet.</summary>
internal static class RankingFile
{
    private const string Head =
        "Place,Tied,Reference,Partnership,Project,Agreed score in percent,Meets threshold,Asked for,Recommended,Running total,Within the "
        + "money";

    public static void MapRankingFile(this WebApplication app) =>
        app.MapGet("/rounds/{reference}/ranking.csv", DownloadAsync)
            .ExcludeFromDescription()
            .RequireAuthorization(p => p.RequireRole(RankingQuery.Readers));

    public static string Csv(Ranking ranking)
    {
        var csv = new StringBuilder(Head).Append("\r\n");
        foreach (var row in ranking.Ranked)
            csv.AppendJoin(
                    ',',
                    Number(row.Place),
                    YesNo(row.IsTied),
                    Text(row.Bid.Reference),
                    Text(row.Bid.Partnership.Name),
                    Text(row.Bid.Content.Title),
                    Number(row.Percent),
                    YesNo(row.MeetsThreshold),
                    Number(row.Bid.Content.Total.Pounds),
                    Number(row.Recommended.Pounds),
                    row.Running is { } running ? Number(running.Pounds) : "",
                    YesNo(row.IsAffordable)
                )
                .Append("\r\n");
        return csv.ToString();
    }

    /// <summary>"2 KB"</summary>
    public static string SizeOf(Ranking ranking) => $"{(Encoding.UTF8.GetByteCount(Csv(ranking)) + 1023) / 1024} KB";

    private static async Task<IResult> DownloadAsync(string reference, BidsContext db, Caller caller, CancellationToken cancellation) =>
        await db.RankingAsync(reference, cancellation) is not var (round, ranking)
            ? Results.NotFound()
            : Results.File(
                Encoding.UTF8.GetBytes(Csv(ranking)),
                "text/csv; charset=utf-8",
                $"ranking-{round.Reference.ToLowerInvariant()}-{London.DateOf(caller.At):yyyy-MM-dd}.csv"
            );

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    // A spreadsheet runs what begins so; an apostrophe before it makes it text.
    private static string Text(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
