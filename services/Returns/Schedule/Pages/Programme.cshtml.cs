using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule.Pages;

/// <summary>The form, then the dates that it gives: one address, so that everything typed travels from one to the other and back.</summary>
[May(nameof(Acts.WriteProgrammes))]
internal sealed class ProgrammeModel(ReturnsContext db, PreviewProgramme preview, ChangeProgramme change) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ProgrammeForm Form { get; set; } = new();
    public Programme Programme { get; private set; } = null!;

    /// <summary>What it would do; null while the form is shown.</summary>
    public ProgrammePreview? Preview { get; private set; }
    public ProgrammeDetails? Typed { get; private set; }

    /// <summary>Whether a colleague saved while this was being typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(name, cancellationToken))
            return NotFound();
        (Version, Form) = (Programme.Version, ProgrammeForm.Of(Programme.Details));
        return Page();
    }

    /// <param name="name">The programme.</param>
    /// <param name="step">"change" shows the form, "save" saves, anything else shows what it would do.</param>
    /// <param name="add">Anything adds a row.</param>
    /// <param name="remove">The row to take off.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string name, string? step, string? add, int? remove, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(name, cancellationToken))
            return NotFound();
        if (add is not null || remove is not null)
            return ChangeRows(remove);
        if (step == "change" || Form.Read(name, ModelState) is not { } typed)
            return Page();
        var result = step == "save" ? await change.RunAsync(typed, Version, cancellationToken) : Result.Done;
        if (step == "save" && result.IsDone)
            return Redirect("/returns/programmes");
        if (result.IsDone)
        {
            var previewed = await preview.RunAsync(typed, Version, cancellationToken);
            (Preview, result) = (previewed.IsDone ? previewed.Value : null, previewed.Outcome);
        }
        Typed = typed;
        foreach (var problem in result.Problems)
            ModelState.AddModelError(ProgrammeForm.KeyOf(problem.Field), problem.Message);
        return result.Kind == ResultKind.Stale ? await StaleAsync(name, cancellationToken) : Page();
    }

    private async Task<bool> LoadAsync(string name, CancellationToken cancellationToken) =>
        (Programme = (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancellationToken))!) is not null;

    // Nothing is saved by it. Rows have moved: the page shows them as they are now, and not by the numbers under which they were posted.
    private PageResult ChangeRows(int? remove)
    {
        if (remove is { } which && which >= 0 && which < Form.Rows.Count)
            Form.Rows.RemoveAt(which);
        else if (remove is null && Form.Rows.Count < ProgrammeForm.MostRows)
            Form.Rows.Add(new());
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult> StaleAsync(string name, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(name, cancellationToken))
            return NotFound();
        IsStale = true;
        ModelState.AddModelError(
            "",
            "Someone else changed this programme while you had this page open. Check what is saved now, shown above your answers. To "
                + "replace it with yours, go on"
        );
        ModelState.Remove(nameof(Version));
        Version = Programme.Version;
        return Page();
    }
}
