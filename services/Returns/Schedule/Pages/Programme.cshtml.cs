using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule.Pages;

/// <summary>
/// The form, then the dates that result. Both are at one address, so that everything typed travels from one to the other and back.
/// </summary>
[May(nameof(Acts.WriteProgrammes))]
[Says("The programme’s rules are saved", "They apply to returns that have not opened, and to reminders from now on")]
internal sealed class ProgrammeModel(ReturnsContext db, PreviewProgramme preview, ChangeProgramme change) : ActPage
{
    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();
    public Programme Programme { get; private set; } = null!;

    /// <summary>What it would do; null while the form is shown.</summary>
    public ProgrammePreview? Preview { get; private set; }
    public ProgrammeDetails? Typed { get; private set; }

    public override string Address => "/returns/programmes";

    protected override int VersionNow => Programme.Version;

    protected override string StaleWords =>
        "Someone else changed this programme while you had this page open. Check what is saved now, shown above your answers. To "
        + "replace it with yours, go on";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Form = ProgrammeForm.Of(Programme.Details);
        return Page();
    }

    /// <param name="step">"change" shows the form, "save" saves, anything else shows what it would do.</param>
    /// <param name="add">The list to add a row to: "ReworkRows", or anything for the other one.</param>
    /// <param name="remove">The row to remove: "3", or "ReworkRows 3".</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string? step, string? add, string? remove, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        // A form without these fields leaves them as they are.
        if (!Request.Form.ContainsKey("Form.ReworkDays"))
            Form.TakeRework(Programme.Details);
        if (!Request.Form.ContainsKey("Form.RepeatEvery"))
            Form.TakeRepeat(Programme.Details);
        if (add is not null || remove is not null)
            return ChangeRows(add, remove);
        if (step == "change" || Form.Read(Name, ModelState) is not { } typed)
            return Page();
        Typed = typed;
        if (step == "save")
            return await ActAsync(() => change.RunAsync(typed, Version, cancellationToken), cancellationToken);
        var previewed = await preview.RunAsync(typed, Version, cancellationToken);
        if (!previewed.IsDone)
            return await RefusedAsync(previewed.Outcome, cancellationToken);
        Preview = previewed.Value;
        return Page();
    }

    protected override string FieldOf(string field) => ProgrammeForm.KeyOf(field);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Programme = (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Name == Name, cancellationToken))!) is not null;

    // Saves nothing. Rows have moved, so the page must show them as they are now, not under the numbers they were posted with.
    private PageResult ChangeRows(string? add, string? remove)
    {
        var words = (remove ?? add ?? "").Split(' ');
        var rows = Form.RowsOf(words[0]);
        if (remove is not null && int.TryParse(words[^1], out var which) && which >= 0 && which < rows.Count)
            rows.RemoveAt(which);
        else if (remove is null && rows.Count < ProgrammeForm.MostRows)
            rows.Add(new());
        ModelState.Clear();
        return Page();
    }
}
