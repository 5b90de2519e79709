using System.Globalization;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Assessments;

/// <summary>A round's ranking as a file for a spreadsheet.</summary>
internal static class RankingFile
{
    private static readonly string[] Head =
    [
        "Place",
        "Tied",
        "Reference",
        "Partnership",
        "Project",
        "Agreed score in percent",
        "Meets threshold",
        "Asked for",
        "Recommended",
        "Running total",
        "Within the money",
    ];

    public static void MapRankingFile(this WebApplication app) =>
        app.MapGet("/rounds/{reference}/ranking.csv", DownloadAsync)
            .ExcludeFromDescription()
            .May(Acts.ReadRanking)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export);

    public static byte[] Csv(Ranking ranking)
    {
        using var bytes = new MemoryStream();
        using (var csv = SpreadsheetCsv.To(bytes))
        {
            csv.WriteHeader(Head);
            foreach (var row in ranking.Ranked)
            {
                csv.WriteField(Number(row.Place));
                csv.WriteField(YesNo(row.IsTied));
                csv.WriteField(row.Bid.Reference);
                csv.WriteField(row.Bid.Partnership.Name);
                csv.WriteField(row.Bid.Content.Title);
                csv.WriteField(Number(row.Percent));
                csv.WriteField(YesNo(row.MeetsThreshold));
                csv.WriteField(Number(row.Bid.Content.Total.Pounds));
                csv.WriteField(Number(row.Recommended.Pounds));
                csv.WriteField(row.Running is { } running ? Number(running.Pounds) : null);
                csv.WriteField(YesNo(row.IsAffordable));
                csv.EndRecord();
            }
            csv.Flush();
        }
        return bytes.ToArray();
    }

    /// <summary>"2 KB"</summary>
    public static string SizeOf(Ranking ranking) => $"{(Csv(ranking).Length + 1023) / 1024} KB";

    private static async Task<IResult> DownloadAsync(
        string reference,
        BidsContext db,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await db.RankingAsync(reference, cancellationToken) is not var (round, ranking)
            ? Results.NotFound()
            : Results.File(
                Csv(ranking),
                "text/csv; charset=utf-8",
                $"ranking-{round.Reference.ToLowerInvariant()}-{London.DateOf(caller.At):yyyy-MM-dd}.csv"
            );

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string YesNo(bool yes) => yes ? "yes" : "no";
}
