using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Audit.Pages;

/// <summary>The entries that an address asks for, on the page and in the file alike.</summary>
[May(nameof(Acts.ReadAudit))]
internal abstract class AuditPage(ReportingContext db, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>A part of the name of whoever did it, or of whom it was done to.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>A part of a reference, a name or an address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Thing { get; set; }

    [BindProperty(SupportsGet = true)]
    public TypedDate? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public TypedDate? To { get; set; }

    public IReadOnlyList<SelectListItem> Kinds { get; } =
    [new("All", ""), .. Enum.GetValues<AuditKind>().Select(k => new SelectListItem(AuditKinds.Of(k), k.ToString()))];

    /// <summary>The filters in use, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Href)> Chips =>
        [.. filters.Select(f => (f.Text, Address("/audit", filters.Where(other => other != f))))];

    private IReadOnlyList<(string Text, string Query)> filters = [];

    protected Caller Caller => caller;

    /// <summary>An address with these filters.</summary>
    public string Address(string path, string? more = null) => Address(path, more is null ? filters : filters.Append(("", more)));

    /// <summary>The entries, newest first; none where a filter cannot be read.</summary>
    protected async Task<IQueryable<AuditEntry>> FindAsync(CancellationToken cancellationToken)
    {
        var isKnown = ModelState.AreKnown((nameof(Kind), Kind, Kinds));
        AuditKind? kind = isKnown && Enum.TryParse<AuditKind>(Kind, ignoreCase: true, out var read) ? read : null;
        (Person, Thing) = (Line(Person), Line(Thing));
        var (from, to) = (Day(nameof(From), From, "First day"), Day(nameof(To), To, "Last day"));
        if (!ModelState.IsValid)
            return db.AuditEntries.Where(_ => false).OrderBy(e => e.At);
        filters =
        [
            .. Filter(kind is { } k ? AuditKinds.Of(k) : null, ("kind", kind?.ToString())),
            .. Filter(Person is null ? null : $"“{Person}”", ("person", Person)),
            .. Filter(Thing is null ? null : $"“{Thing}”", ("thing", Thing)),
            .. Filter(from, "from", "From"),
            .. Filter(to, "to", "Until"),
        ];
        // Whoever declared an interest in a bid sees nothing more of it.
        var conflicts = await db
            .Assessments.Where(a => a.AssessorId == caller.Person.UserId && a.State == AssessmentState.Conflicted)
            .Select(a => a.BidReference)
            .ToListAsync(cancellationToken);
        var (since, until) = (
            from is { } f ? London.StartOf(f) : (DateTimeOffset?)null,
            to is { } t ? London.EndOf(t) : (DateTimeOffset?)null
        );
        var (person, thing) = (LikePattern.Containing(Person), LikePattern.Containing(Thing));
        return db
            .AuditEntries.AsNoTracking()
            .Where(e => kind == null || e.Kind == kind)
            .Where(e => Person == null || EF.Functions.ILike(e.By, person, "\\") || EF.Functions.ILike(e.To, person, "\\"))
            .Where(e => Thing == null || EF.Functions.ILike(e.Thing, thing, "\\"))
            .Where(e => (since == null || e.At >= since) && (until == null || e.At < until))
            .Where(e => !conflicts.Contains(e.Thing))
            .OrderByDescending(e => e.At)
            .ThenBy(e => e.Id)
            .ThenByDescending(e => e.Version);
    }

    private DateOnly? Day(string key, TypedDate? typed, string name) =>
        typed is null or { IsEmpty: true } ? null : ModelState.ReadDate(key, typed, name);

    private static string? Line(string? typed) => TypedText.Line(typed) is { Length: > 0 } line ? line : null;

    private static IEnumerable<(string, string)> Filter(string? text, (string Name, string? Value) part) =>
        text is null ? [] : [(text, $"{part.Name}={Uri.EscapeDataString(part.Value!)}")];

    private static IEnumerable<(string, string)> Filter(DateOnly? day, string name, string word) =>
        day is { } read
            ? [($"{word} {London.Plain(read)}", $"{name}.day={read.Day}&{name}.month={read.Month}&{name}.year={read.Year}")]
            : [];

    private static string Address(string path, IEnumerable<(string Text, string Query)> filters) =>
        string.Join('&', filters.Select(f => f.Query)) is { Length: > 0 } query ? $"{path}?{query}" : path;
}
