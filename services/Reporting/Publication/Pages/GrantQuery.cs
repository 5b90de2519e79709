using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Publication.Pages;

/// <summary>Searches and sorts the register of public grants, as its address says.</summary>
internal static class GrantQuery
{
    /// <param name="grants">The grants to search.</param>
    /// <param name="db">Has the areas that grants cover.</param>
    /// <param name="place">Part of the name of a ward, a place, a district or an LSOA, or how a code begins.</param>
    /// <param name="programme">The fund; empty for all.</param>
    /// <param name="year">A year of delivery; null for all.</param>
    public static IQueryable<DatedGrant> Matching(
        this IQueryable<DatedGrant> grants,
        ReportingContext db,
        string place,
        string programme,
        FinancialYear? year
    )
    {
        if (place.Length > 0)
        {
            var begins = LikePattern.Beginning(place.ToLowerInvariant());
            var areas = AreaSearch.Find(place, AreaSearch.Districts);
            var names = areas.SelectMany(a => new[] { a.Name, a.Code }).ToList();
            var whole = Partnership
                .All.Where(p =>
                    p.Districts.Append(p.Name).Any(name => $" {name} ".Contains($" {place} ", StringComparison.OrdinalIgnoreCase))
                )
                .ToList();
            // A grant that names no areas covers all of its partnership.
            var around = Partnership.All.Where(p => areas.Any(a => p.Districts.Contains(a.District.Name))).ToList();
            grants = grants.Where(g =>
                whole.Contains(g.Grant.Partnership)
                || db.GrantAreas.Any(a =>
                    a.GrantId == g.Grant.Id && (names.Contains(a.Area) || EF.Functions.Like(a.Area.ToLower(), begins))
                )
                || (around.Contains(g.Grant.Partnership) && !db.GrantAreas.Any(a => a.GrantId == g.Grant.Id))
            );
        }
        if (programme.Length > 0)
            grants = grants.Where(g => g.Grant.Programme == programme);
        if (year is not { Start: >= 1900 and < 9000 } of)
            return grants;
        var (from, to) = (of.From, of.To);
        return grants.Where(g => g.Grant.DeliveryFrom <= to && g.Grant.DeliveryTo >= from);
    }

    /// <summary>Sorts by a column; a leading "-" reverses the order. Without one, the newest come first.</summary>
    public static IQueryable<DatedGrant> Sorted(this IQueryable<DatedGrant> grants, string? sort) =>
        sort switch
        {
            "reference" => grants.OrderBy(g => g.Grant.Reference),
            "-reference" => grants.OrderByDescending(g => g.Grant.Reference),
            "partnership" => grants.OrderBy(g => g.Grant.Partnership).ThenBy(g => g.Grant.Reference),
            "-partnership" => grants.OrderByDescending(g => g.Grant.Partnership).ThenBy(g => g.Grant.Reference),
            "amount" => grants.OrderBy(g => g.Grant.Amount).ThenBy(g => g.Grant.Reference),
            "-amount" => grants.OrderByDescending(g => g.Grant.Amount).ThenBy(g => g.Grant.Reference),
            "made" => grants.OrderBy(g => g.MadeOn).ThenBy(g => g.Grant.Reference),
            _ => grants.OrderByDescending(g => g.MadeOn).ThenBy(g => g.Grant.Reference),
        };

    public static string Address(
        string? place = null,
        string? programme = null,
        string? year = null,
        string? sort = null,
        string? number = null
    )
    {
        var parts = new[] { ("place", place), ("programme", programme), ("year", year), ("sort", sort), ("number", number) }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={(p.Item2 == "{0}" ? "{0}" : Uri.EscapeDataString(p.Item2!))}")
            .ToList();
        return parts.Count == 0 ? "/funding/grants" : "/funding/grants?" + string.Join('&', parts);
    }
}
