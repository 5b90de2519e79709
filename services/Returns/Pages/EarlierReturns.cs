using Platform.Contracts;
using Platform.Returns.Model;

namespace Platform.Returns.Pages;

/// <summary>What the same grant's returns for earlier quarters say.</summary>
internal sealed class EarlierReturns(IEnumerable<Return> ofGrant, Quarter before)
{
    private readonly List<Return> returns = [.. ofGrant.Where(r => r.Quarter.CompareTo(before) < 0).OrderByDescending(r => r.Quarter)];

    /// <summary>The last figures that there are for an intervention.</summary>
    public (Quarter Quarter, ReturnLine Line)? Last(Guid intervention) =>
        returns.Select(r => (r.Quarter, Line: r.Line(intervention))).FirstOrDefault(r => r.Line is not null) is { Line: { } line } last ? (last.Quarter, line) : null;

    public Money Spent(Guid intervention) => Lines(intervention).Sum(l => l.Capital + l.Revenue);

    public int Achieved(Guid intervention, string indicator) => Lines(intervention).SelectMany(l => l.Achieved).Where(a => a.Indicator == indicator).Sum(a => a.Quantity);

    private IEnumerable<ReturnLine> Lines(Guid intervention) => returns.Select(r => r.Line(intervention)).OfType<ReturnLine>();
}
