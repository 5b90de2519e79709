using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Standalone.Demonstration.Pages;

[May(nameof(LinkedActs.MoveClock))]
internal sealed class ClockModel(ClockMoves moves, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public TypedDate? Date { get; set; }
    public IReadOnlyList<Move> Choices { get; private set; } = [];
    public DateTimeOffset Now => time.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Choices = await moves.ChoicesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Choices = await moves.ChoicesAsync(cancellationToken);
        var instant = Choices.FirstOrDefault(c => c.Key == To)?.To;
        if (
            To == "date"
            && ModelState.ReadDate(
                nameof(Date),
                Date,
                "Date",
                notBefore: London.DateOf(Now).AddDays(1),
                notAfter: London.DateOf(Now).AddYears(3)
            )
                is { } date
        )
            instant = London.At(date, new(9, 30));
        if (To is null)
            ModelState.AddModelError(nameof(To), "Select where to move the clock");
        if (!ModelState.IsValid || instant is null)
            return Page();
        await moves.ToAsync(instant.Value, cancellationToken);
        return Redirect("/demonstration/clock");
    }
}
