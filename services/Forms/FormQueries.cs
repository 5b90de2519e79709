using Microsoft.EntityFrameworkCore;

namespace Platform.Forms;

/// <summary>Queries for forms.</summary>
public static class FormQueries
{
    /// <summary>
    /// A form to be changed, locked until the transaction ends: of two people who change it, the second waits and sees what the first has
    /// done.
    /// </summary>
    /// <returns>Null where the caller sees none of that id.</returns>
    public static Task<TForm?> HoldAsync<TForm>(this DbContext db, Guid id, CancellationToken cancellationToken)
        where TForm : Form
    {
        // The table is a word of the program's own.
        var sql = $"select * from {db.Model.FindEntityType(typeof(TForm))!.GetTableName()} where id = {{0}} for no key update";
        return db.Set<TForm>().FromSqlRaw(sql, id).SingleOrDefaultAsync(cancellationToken);
    }
}
