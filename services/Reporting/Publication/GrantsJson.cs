using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Publication;

/// <summary>Public grants in the 360Giving Data Standard, version 1.4, written in batches.</summary>
internal sealed class GrantsJson(ReportingContext db, Publisher publisher)
{
    private const int Page = 200;

    public async Task SendAsync(Stream to, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("version", "1.4");
        json.WriteString("title", $"Grants of the {publisher.Name}");
        json.WriteString("license", Publisher.Licence);
        json.WriteStartObject("publisher");
        json.WriteString("name", publisher.Name);
        json.WriteString("identifier", publisher.Identifier);
        json.WriteEndObject();
        json.WriteStartArray("grants");
        for (var after = ""; ; )
        {
            var page = await ReadAsync(after, cancellationToken);
            foreach (var grant in page)
                Write(json, grant);
            await json.FlushAsync(cancellationToken);
            await to.FlushAsync(cancellationToken);
            if (page.Count < Page)
                break;
            after = page[^1].Reference;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task<List<Granted>> ReadAsync(string after, CancellationToken cancellationToken) =>
        await (
            from g in db.DatedGrants().Where(g => string.Compare(g.Grant.Reference, after) > 0).OrderBy(g => g.Grant.Reference).Take(Page)
            from bid in db.Bids.Where(b => b.Id == g.Grant.BidId).DefaultIfEmpty()
            select new Granted(
                g.Grant.Reference,
                g.Grant.Title,
                g.Grant.Programme,
                g.Grant.Partnership,
                g.MadeOn,
                g.Grant.DeliveryFrom,
                g.Grant.DeliveryTo,
                bid == null ? "" : bid.Summary,
                db.GrantDocuments.Where(d => d.GrantId == g.Grant.Id).Select(d => d.Details).First(),
                db.GrantAreas.Where(a => a.GrantId == g.Grant.Id).Select(a => a.Area).OrderBy(a => a).ToList(),
                db.Activities.Where(a => a.Id == g.Grant.Id).Max(a => (DateTimeOffset?)a.At)
            )
        )
            .AsSingleQuery()
            .ToListAsync(cancellationToken);

    private void Write(Utf8JsonWriter json, Granted grant)
    {
        json.WriteStartObject();
        json.WriteString("id", publisher.GrantId(grant.Reference));
        json.WriteString("title", grant.Title);
        json.WriteString("description", grant.Purpose.Length > 0 ? grant.Purpose : grant.Title);
        json.WriteString("currency", "GBP");
        json.WriteNumber("amountAwarded", grant.Details.Awarded(grant.MadeOn).Pounds);
        json.WriteString("awardDate", Day(grant.MadeOn ?? grant.DeliveryFrom));
        json.WriteStartArray("plannedDates");
        json.WriteStartObject();
        json.WriteString("startDate", Day(grant.DeliveryFrom));
        json.WriteString("endDate", Day(grant.DeliveryTo));
        json.WriteEndObject();
        json.WriteEndArray();
        Organisation(json, "recipientOrganization", publisher.IdentifierOf(grant.Partnership), Publisher.RecipientOf(grant.Partnership));
        Organisation(json, "fundingOrganization", publisher.Identifier, publisher.Name);
        json.WriteStartArray("beneficiaryLocation");
        foreach (var area in grant.Areas)
            Place(json, area, Lsoa.Find(area)?.Code ?? (IsCode(area) ? area : null), "LSOA");
        foreach (var district in grant.Partnership.Districts)
            // From the standard's codelist: a non-metropolitan district, or a unitary authority.
            Place(json, district, District.Find(district)?.Code, District.Find(district)?.Code[..3] == "E07" ? "NMD" : "UA");
        if (publisher.AreaCodeOf(grant.Partnership) is { } code)
            Place(json, grant.Partnership.Name, code, "CSP");
        Place(json, publisher.AreaName, publisher.AreaCode, "PFA");
        json.WriteEndArray();
        json.WriteStartArray("grantProgramme");
        json.WriteStartObject();
        json.WriteString("title", grant.Programme);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("fromOpenCall", "Yes");
        if (grant.ChangedAt is { } at)
            json.WriteString("dateModified", at.UtcDateTime);
        json.WriteEndObject();
    }

    private static void Organisation(Utf8JsonWriter json, string name, string id, string called)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", called);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // The type of code is left out where there is no code.
    private static void Place(Utf8JsonWriter json, string name, string? code, string type)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (code is not null)
        {
            json.WriteString("geoCode", code);
            json.WriteString("geoCodeType", type);
        }
        json.WriteEndObject();
    }

    private static bool IsCode(string area) => area.Length == 9 && area[0] is 'E' or 'W' && area[1..].All(char.IsAsciiDigit);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Granted(
        string Reference,
        string Title,
        string Programme,
        Partnership Partnership,
        DateOnly? MadeOn,
        DateOnly DeliveryFrom,
        DateOnly DeliveryTo,
        string Purpose,
        GrantDetails Details,
        List<string> Areas,
        DateTimeOffset? ChangedAt
    );
}
