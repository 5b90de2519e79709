using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of the monthly letter with a saved view.</summary>
internal sealed record ViewFields(Office Office, string To, ViewReported Reported) : LetterFields(Office, To, Reported.Details.Address)
{
    public string Title => Reported.Details.Name;
    public string Report => Reported.Details.Report;
    public string Day => London.WithWeekday(London.DateOf(Reported.At));
    public string Message => Reported.Message;
    public LetterTable Figures =>
        new(
            Reported.Table,
            Reported.Table.Count < 2 ? "There are no rows."
                : Reported.Left == 0 ? ""
                : $"and {Reported.Left:N0} more, on the page"
        );
    public Uri Download => Office.Link(new Regex(@"\?|$").Replace(Reported.Details.Address, ".csv$0", 1));

    public override Enclosure? Enclosed() =>
        Reported.Csv is { } csv
            ? new($"{Report.ToLowerInvariant().Replace(' ', '-')}-{London.DateOf(Reported.At):yyyy-MM-dd}.csv", csv)
            : null;
}
