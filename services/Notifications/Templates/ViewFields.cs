using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of the monthly letter with a saved view.</summary>
internal sealed record ViewFields(Office Office, string To, ViewReported Reported) : LetterFields(Office, To, Reported.Details.Address)
{
    public string Title => Reported.Details.Name;
    public string Report => Reported.Details.Report;
    public string Day => London.WithWeekday(London.DateOf(Reported.At));
    public string Message => Reported.Message;
    public IReadOnlyList<string> Figures =>
        Reported.Lines.Count == 0 ? ["There are no rows."]
        : Reported.Left == 0 ? Reported.Lines
        : [.. Reported.Lines, $"and {Reported.Left:N0} more, on the page"];
}
