using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Chasing.Pages;

/// <summary>The dry run: what would go out on a coming day, which the address names.</summary>
[May(nameof(Acts.ChaseReturns))]
internal sealed class RemindersModel(ReturnsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.LongRows;

    [BindProperty(SupportsGet = true)]
    public TypedDate? Day { get; set; }

    /// <summary>Null where the day cannot be forecast.</summary>
    public DateOnly? On { get; private set; }
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; } = 1;
    public DateOnly Today => London.DateOf(caller.At);
    public DateOnly? Before =>
        On is { } on && Enumerable.Range(1, 14).Select(n => on.AddDays(-n)).First(WorkingDays.Contains) is var day && day >= Today
            ? day
            : null;
    public DateOnly? After => On is { } on && WorkingDays.Add(on, 1) is var day && day <= DryRun.Last(Today) ? day : null;

    public async Task<IActionResult> OnGetAsync(string? on, int number = 1, CancellationToken cancellationToken = default)
    {
        if (Request.Query.Keys.Any(k => k.StartsWith("Day.", StringComparison.OrdinalIgnoreCase)))
        {
            var typed = ModelState.ReadDate(nameof(Day), Day, "Day", Today, DryRun.Last(Today));
            return typed is { } day ? Redirect(AddressOf(day)) : Page();
        }
        var read = DryRun.Read(on, Today);
        foreach (var problem in read.Outcome.Problems)
            ModelState.AddModelError(nameof(Day), problem.Message);
        if (!read.IsDone)
            return Page();
        var asked = read.Value;
        (On, Day) = (asked, TypedDate.From(asked));
        var found = await db.RemindersOnAsync(asked, caller.At, cancellationToken);
        Count = found.Count;
        Pages = Paging.Pages(Count, PageSize);
        Number = Math.Clamp(number, 1, Pages);
        Reminders = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    public static string AddressOf(DateOnly day) => $"/returns/reminders?on={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
