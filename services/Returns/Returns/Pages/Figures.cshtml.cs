using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The figures of all interventions at once, as a workbook to download and upload.</summary>
[May(nameof(Acts.WriteReturn))]
[Says(null)]
[EnableRateLimiting(Limits.Upload)]
internal sealed class FiguresModel(ReturnsContext db, Caller caller, SaveFigures save) : ReturnPage(db, caller)
{
    [BindProperty]
    public new IFormFile? File { get; set; }

    // It may change the figures of any intervention.
    protected override string ChangedSection =>
        Return.Interventions.Select(ReturnSections.Of).FirstOrDefault(MayChange) ?? ReturnSections.Of(Return).First();

    /// <summary>Each thing to put right, in the order of the workbook.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    /// <summary>"XLSX, 12KB"</summary>
    public string KindAndSize => $"XLSX, {FileName.SizeOf(FiguresWorkbook.Of(Return, Figures).Length)}";

    /// <summary>The id, in the list of what is wrong, that the error summary links to.</summary>
    public static string IdOf(int wrong) => $"wrong-{wrong:0000}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken) ? NotFound()
        : MayEdit ? Page()
        : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await using var content = File?.OpenReadStream();
        var result = await save.RunAsync(Return.Id, content, cancellationToken);
        if (result.IsDone)
            return Redirect($"{Address}?saved=figures");
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        Wrong =
            result.Kind == ResultKind.Stale
                ? ["The return was changed after this spreadsheet was downloaded. Download it again and put your figures into the new one"]
                : [.. result.Problems.Select(p => p.Message)];
        ModelState.AddModelError(nameof(File), Wrong is [var only] ? only : $"The selected file has {Wrong.Count} things to put right");
        if (Wrong.Count > 1)
            foreach (var (i, message) in Wrong.Index())
                ModelState.AddModelError(IdOf(i), message);
        return Page();
    }
}
