using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("The round is made as a draft", "Only officers see it until you publish it")]
internal sealed class NewModel(BidsContext db, EditRound edit, CreateRound create, Caller caller) : BasicsPage(db, edit)
{
    private readonly BidsContext db = db;

    public override Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Fill(Usual(London.DateOf(caller.At)));
        return Task.FromResult<IActionResult>(Page());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Read() is not { } change)
            return Page();
        var typed = change(Usual(London.DateOf(caller.At)));
        var result = await create.RunAsync(typed, cancellationToken);
        if (result.IsDone || await IsMadeAsync(typed.Tidied(), cancellationToken))
            return Redirect($"/rounds/{typed.Reference}/edit");
        result.AddTo(ModelState);
        return Page();
    }

    // Pressed twice: this very round has just been created, and nobody has changed it.
    private async Task<bool> IsMadeAsync(RoundAnswers typed, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == typed.Reference, cancellationToken) is { Version: 1 } made
        && JsonColumn.Same(made.Answers, typed);
}
