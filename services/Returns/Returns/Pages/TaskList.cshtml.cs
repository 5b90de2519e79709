using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>The task list, for those who can work on the return; for everybody else, the return to read.</summary>
internal sealed class TaskListModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    /// <summary>The instants at which it was submitted, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Submissions { get; private set; } = [];
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];

    /// <summary>The answers to what was sent back; none where nothing was.</summary>
    public IReadOnlyList<TaskGroup> Asked =>
        Return.SentBack.Count == 0
            ? []
            :
            [
                new(
                    "What the office asked",
                    [
                        .. Return.SentBack.Select(n => new FormTask(
                            $"Answer about {ReturnSections.Name(Return, n.Section)}",
                            PageOf(SectionNotes.PartOf(n.Section)),
                            n.Reason,
                            n.Answer.Length > 0 ? "Completed" : "Not started"
                        )),
                    ]
                ),
            ];

    /// <summary>What the figures leave of the year's money; null while some are missing.</summary>
    public Money? Left => YearSpend.Left(Return.Interventions, Return.Content, Figures, Return.Quarter);

    public int Done => Counted.Count(t => t.Status == "Completed");
    public int Count => Counted.Count();
    public FormTask Last =>
        new(
            IsLead ? "Check answers, certify and submit" : "Check answers and hand over to your lead",
            $"{Address}/check-answers",
            null,
            Return.State == ReturnState.ReadyToCertify && !IsLead ? "Completed" : "Not started"
        );

    private IEnumerable<FormTask> Counted => Groups.SelectMany(g => g.Tasks).Where(t => t.Status is not ("Optional" or "As submitted"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Submissions = await db.SubmissionsOf(Return).Select(s => s.At).ToListAsync(cancellationToken);
        var missing = Missing.Select(p => p.Field).ToHashSet();
        Groups =
        [
            .. Return.Interventions.Select(i => new TaskGroup(i.Name, [.. Of(i, missing)])),
            new(
                "The quarter as a whole",
                [
                    .. new[] { ReturnSections.Outcomes, ReturnSections.Match, ReturnSections.Underspend, ReturnSections.Rating }.Select(s =>
                        Task(
                            s,
                            s,
                            ReturnSections.Name(Return, s),
                            missing,
                            first: true,
                            optional: s == ReturnSections.Match && Return.MatchPromised.Count == 0
                        )
                    ),
                    Task(
                        ReturnSections.Attachments,
                        ReturnSections.Attachments,
                        "Attachments",
                        missing,
                        first: true,
                        optional: Return.SentBack.All(n => n.Section != ReturnSections.Attachments)
                    ),
                ]
            ),
            .. Asked,
        ];
        return Page();
    }

    private IEnumerable<FormTask> Of(Intervention intervention, HashSet<string> missing)
    {
        var section = ReturnSections.Of(intervention);
        var (line, over) = (Return.Line(intervention.Id), ReturnCheck.IsOver(intervention, Return, Figures));
        yield return Task(section, $"{section}/progress", "Progress", missing, first: true, optional: over) is var progress && over
            ? progress with
            {
                Hint = "Complete in an earlier return. Enter something only if it has changed",
            }
            : progress;
        yield return Task(section, $"{section}/spending", "Spending", missing, optional: over);
        if (intervention.Outputs.Count > 0)
            yield return Task(section, $"{section}/outputs", "Outputs", missing, optional: over);
        yield return Task(section, $"{section}/assets", "Things bought", missing, optional: over);
        if (line is not null && LineWarnings.Of(intervention, line, Figures, Return.Quarter).Any())
        {
            // The check asks for it once the spending is complete; the list shows it as soon as there is something to explain.
            if (line.Explanation.Length == 0)
                missing.Add($"{section}/explanation");
            yield return Task(section, $"{section}/explanation", "Explain your figures", missing);
        }
        if (Figures.Accepted.Count > 0 || line?.Adjustments.Count > 0)
            yield return Task(section, $"{section}/adjustments", "Corrections of earlier quarters", missing, optional: true);
    }

    private FormTask Task(string section, string part, string title, HashSet<string> missing, bool first = false, bool optional = false)
    {
        if (!MayChange(section))
            return new(title, null, null, "As submitted");
        var saved =
            Return.LastSaved(part) ?? (part.EndsWith("/assets", StringComparison.Ordinal) ? Return.LastSaved(part + "-said") : null);
        var note = Return.SentBack.FirstOrDefault(n => n.Section == section);
        var status = missing.Contains(part)
            ? saved is null
                ? "Not started"
                : "In progress"
            : note is not null && !optional && !(Return.LastSaved(section)?.At > Return.SubmittedAt)
                ? "Sent back"
                : optional && saved is null
                    ? "Optional"
                    : "Completed";
        return new(title, PageOf(part), first ? note?.Reason : null, status);
    }
}
