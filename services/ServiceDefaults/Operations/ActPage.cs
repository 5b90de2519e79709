using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.ServiceDefaults.Operations;

/// <summary>
/// A page on which something is done to one thing, which the address names. The page shows the thing and runs an operation on it. Once
/// done, it redirects; when refused, it shows the thing as it is now, the reason, and everything that was typed.
/// </summary>
public abstract class ActPage : PageModel
{
    /// <summary>The version of the thing that the page showed, posted with the act: nobody acts on what they have not seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The address of the thing's own page; an act redirects to it unless its page says otherwise.</summary>
    public abstract string Address { get; }

    /// <summary>The version of the thing as it was loaded.</summary>
    protected abstract int VersionNow { get; }

    /// <summary>
    /// Whether the act is possible with the thing as it stands. If not, there is no page to open but <see cref="Address"/>.
    /// </summary>
    protected virtual bool IsPossible => true;

    /// <summary>Whether this caller has already done the act that was refused: pressing the button twice is no mistake.</summary>
    protected virtual bool IsDoneAlready => false;

    /// <summary>Whether an act was refused because the thing has changed since the page was opened.</summary>
    public bool IsStale { get; private set; }

    /// <summary>The message when the thing has changed since the page was opened.</summary>
    protected virtual string StaleWords => "Someone else changed this while you had the page open. Check it as it is now, and try again";

    /// <summary>The page on which whoever was refused can go on, and the words of the link to it; null for none in particular.</summary>
    protected virtual (string Address, string Words)? WayOut(Result refused) => null;

    /// <summary>Says with the reasons of a refusal where to go on.</summary>
    protected void AddWayOut(Result refused)
    {
        if (WayOut(refused) is var (address, words))
            ModelState.AddModelError(address, words);
    }

    /// <summary>Finds the thing that the address names, as the caller sees it.</summary>
    /// <returns>False where there is none.</returns>
    protected abstract Task<bool> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The field of this page that a rule's problem is shown beside.</summary>
    protected virtual string FieldOf(string field) => field;

    /// <summary>Loads the thing.</summary>
    /// <returns>
    /// Not found where there is none, a redirect where the act that is asked about is not possible; null where the page can be shown, or
    /// where something was posted: the act itself refuses that, in words and with what was typed.
    /// </returns>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (HttpMethods.IsPost(Request.Method))
            return null;
        if (!IsPossible)
            return Redirect(Address);
        Version = VersionNow;
        return null;
    }

    /// <summary>The page as it is first shown.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken) ?? Page();

    /// <summary>Runs an act; shows the page again where what was typed cannot be read.</summary>
    /// <param name="act">The operation.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="leadsTo">Where to go when it is done; <see cref="Address"/> where nothing is said.</param>
    protected async Task<IActionResult> ActAsync(Func<Task<Result>> act, CancellationToken cancellationToken, string? leadsTo = null)
    {
        if (!ModelState.IsValid)
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        return await AnswerAsync(await act(), cancellationToken, leadsTo);
    }

    /// <summary>The answer to an act that was run whatever could be read of what was typed: all that is wrong is said at once.</summary>
    /// <param name="result">Of the operation.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="leadsTo">Where to go when it is done; <see cref="Address"/> where nothing is said.</param>
    protected async Task<IActionResult> AnswerAsync(Result result, CancellationToken cancellationToken, string? leadsTo = null) =>
        result.IsDone ? Redirect(leadsTo ?? Address) : await RefusedAsync(result, cancellationToken, leadsTo);

    /// <summary>The page again, with the thing as it is now and why the act was refused.</summary>
    protected async Task<IActionResult> RefusedAsync(Result result, CancellationToken cancellationToken, string? leadsTo = null)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        IsStale = result.Kind == ResultKind.Stale;
        if (IsDoneAlready)
            return Redirect(leadsTo ?? Address);
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        // What cannot be read has been said: that it is missing is not said too.
        var said = ModelState.Where(f => f.Value is { Errors.Count: > 0 }).Select(f => f.Key).ToList();
        foreach (var problem in result.Problems.Where(p => p.Field.Length == 0 || !said.Contains(FieldOf(p.Field))))
            ModelState.AddModelError(FieldOf(problem.Field), problem.Message);
        AddWayOut(result);
        if (IsStale)
        {
            ModelState.AddModelError("", StaleWords);
            Version = VersionNow;
            ModelState.Remove(nameof(Version));
        }
        return Page();
    }
}
