using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Publication.Pages.Statutory;

/// <summary>A month's grants, from the same rows as their file.</summary>
[AllowAnonymous]
internal sealed class MonthModel(DataPages pages, Caller caller) : PageModel
{
    public StatutoryMonth Month { get; private set; }
    public IReadOnlyList<string[]> Grants { get; private set; } = [];
    public DateTimeOffset At => caller.At;
    public bool IsUnderWay => London.DateOf(caller.At) <= Month.Period.To;

    public async Task<IActionResult> OnGetAsync(string month, CancellationToken cancellationToken)
    {
        if (StatutoryMonth.Parse(month) is not { } of || of.From > London.DateOf(caller.At))
            return NotFound();
        Month = of;
        Grants = await ReadAsync(StatutoryFiles.Grants, cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyList<string[]>> ReadAsync(DataFile file, CancellationToken cancellationToken)
    {
        var rows = new List<string[]>();
        await pages.ReadAsync(
            file,
            Month.Period,
            reader => rows.Add([.. file.Columns.Select((column, i) => InWords(reader, i, column.Holds))]),
            () => Task.CompletedTask,
            cancellationToken
        );
        return rows;
    }

    private static string InWords(NpgsqlDataReader reader, int column, Holds holds) =>
        reader.IsDBNull(column)
            ? ""
            : holds switch
            {
                Holds.Pounds => Money.FromPounds(decimal.Round(reader.GetFieldValue<decimal>(column), 2)).ToString(),
                Holds.Date => London.Plain(reader.GetFieldValue<DateOnly>(column)),
                Holds.Partnership => Partnership.Get(reader.GetString(column)).Name,
                _ => reader.GetString(column),
            };
}
