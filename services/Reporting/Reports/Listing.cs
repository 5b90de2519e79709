using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Reports;

/// <summary>A list that the database sorts and pages. Each column has a heading, a content and a sort key.</summary>
/// <param name="usual">The order where none is chosen, and among equals. The last key is unique.</param>
internal sealed class Listing<T>(params Expression<Func<T, object?>>[] usual)
{
    private readonly List<(Column Column, Func<T, Cell> Cell, Expression<Func<T, object?>>? By)> columns = [];

    public Listing<T> Column(string text, Func<T, Cell> cell, Expression<Func<T, object?>>? by = null, bool isNumber = false) =>
        Column(new(text, isNumber), cell, by);

    public Listing<T> Column(Column column, Func<T, Cell> cell, Expression<Func<T, object?>>? by)
    {
        columns.Add((column with { CanSort = by is not null }, cell, by));
        return this;
    }

    public Listing<T> Number(string text, Func<T, Cell> cell, Expression<Func<T, object?>>? by = null) =>
        Column(text, cell, by, isNumber: true);

    public async Task<Report> ReadAsync(
        IQueryable<T> rows,
        int count,
        string message,
        ReportFilter filter,
        Page page,
        CancellationToken cancellationToken
    )
    {
        var read = await Sorted(rows, filter.Sort).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return new(
            message,
            [.. columns.Select(c => c.Column)],
            [.. read.Select(r => (IReadOnlyList<Cell>)[.. columns.Select(c => c.Cell(r))])]
        )
        {
            Count = count,
            IsSorted = true,
        };
    }

    private IOrderedQueryable<T> Sorted(IQueryable<T> rows, string? sort)
    {
        var chosen = sort is null ? null : columns.FirstOrDefault(c => c.Column.Key == sort.TrimStart('-')).By;
        IOrderedQueryable<T>? sorted = null;
        if (chosen is not null)
        {
            // Empty values come last, either way.
            var first = rows.OrderBy(IsNone(chosen));
            sorted = sort![0] == '-' ? first.ThenByDescending(chosen) : first.ThenBy(chosen);
        }
        foreach (var by in usual)
            sorted = sorted is null ? rows.OrderBy(by) : sorted.ThenBy(by);
        return sorted!;
    }

    private static Expression<Func<T, bool>> IsNone(Expression<Func<T, object?>> by)
    {
        var value = by.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : by.Body;
        Expression isNone =
            value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
                ? Expression.Constant(false)
                : Expression.Equal(value, Expression.Constant(null, value.Type));
        return Expression.Lambda<Func<T, bool>>(isNone, by.Parameters);
    }
}
