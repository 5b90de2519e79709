using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication;

public sealed class GrantsJsonTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Grants_KeepTheRulesOf360Giving()
    {
        await service.NothingAsync();
        var (id, bid) = (Guid.NewGuid(), Guid.NewGuid());
        var made = Given.Grant(id);
        await service.DeliverAsync(
            new BidSubmitted(
                bid,
                3,
                Now,
                Ann,
                Given.Bid(Guid.NewGuid(), BidState.Decided) with
                {
                    Content = new() { Title = "Safer homes", Summary = "Locks for homes that were burgled" },
                }
            )
        );
        await service.DeliverAsync(
            made with
            {
                Details = made.Details with
                {
                    BidId = bid,
                    Interventions = [made.Details.Interventions[0] with { Areas = ["Melton 001A", "E01025614"] }],
                    Areas = ["Melton 001A", "E01025614"],
                },
            }
        );
        await service.DeliverAsync(Given.Grant(Guid.NewGuid(), code: "RUT"));
        await service.DeliverAsync(Published("EXE005-24"));

        var file = await ReadAsync();
        Assert.Empty(Rules360Giving.Problems(file));
        var grant = file.GetProperty("grants")[0];
        Assert.Equal(
            ("360G-pccleics-SS5-MEL-01", "Locks for homes that were burgled", 5000m, "2024-04-24"),
            (
                grant.GetProperty("id").GetString(),
                grant.GetProperty("description").GetString(),
                grant.GetProperty("amountAwarded").GetDecimal(),
                grant.GetProperty("awardDate").GetString()
            )
        );
        Assert.Equal(
            """[{"name":"E01025614","geoCode":"E01025614","geoCodeType":"LSOA"},"""
                + """{"name":"Melton 001A","geoCode":"E01025885","geoCodeType":"LSOA"},"""
                + """{"name":"Melton","geoCode":"E07000133","geoCodeType":"NMD"},"""
                + """{"name":"Leicestershire","geoCode":"E23000021","geoCodeType":"PFA"}]""",
            grant.GetProperty("beneficiaryLocation").GetRawText()
        );
        Assert.Equal(2, file.GetProperty("grants").GetArrayLength());
    }

    // Rules that let everything through would prove nothing.
    [Theory]
    [InlineData("id", "\"SS5-MEL-01\"")]
    [InlineData("title", "\"\"")]
    [InlineData("description", null)]
    [InlineData("currency", "\"pounds\"")]
    [InlineData("amountAwarded", "\"5000\"")]
    [InlineData("awardDate", "\"24/04/2024\"")]
    [InlineData("recipientOrganization", "[{\"name\":\"Melton\"}]")]
    [InlineData("fundingOrganization", "[]")]
    [InlineData("plannedDates", "[{\"startDate\":\"2024-04-01\"}]")]
    [InlineData("beneficiaryLocation", "[{\"name\":\"Melton\",\"geoCode\":\"E23000021\",\"geoCodeType\":\"LSOA\"}]")]
    [InlineData("fromOpenCall", "true")]
    public async Task Rules_Broken_AreSaid(string field, string? value)
    {
        await service.NothingAsync();
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Published("EXE005-24"));
        var file = JsonNode.Parse((await ReadAsync()).GetRawText())!;
        if (value is null)
            file["grants"]![0]!.AsObject().Remove(field);
        else
            file["grants"]![0]![field] = JsonNode.Parse(value);
        Assert.NotEmpty(Rules360Giving.Problems(JsonSerializer.SerializeToElement(file)));
    }

    [Fact]
    public async Task Grants_MoreThanAPage_AreThereOnce()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Published("EXE005-24"));
        await service.ReadAsync(
            (ReportingContext db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    with first as (select * from grants), added as (
                        insert into grants (id, version, reference, bid_id, decision_reference, programme, partnership, title,
                        delivery_from, delivery_to, amount, original, priority_percent, is_added_up)
                        select gen_random_uuid(), 1, 'SS5-RUT-' || n, bid_id, decision_reference, programme, 'RUT', title,
                        delivery_from, delivery_to, amount, original, 0, true from first, generate_series(100, 510) n
                        returning id)
                    insert into grant_documents (grant_id, details) select added.id, o.details from added, grant_documents o
                    """
                )
        );
        var file = await ReadAsync();
        Assert.Empty(Rules360Giving.Problems(file));
        Assert.Equal(412, file.GetProperty("grants").GetArrayLength());
    }

    [Theory]
    [InlineData("Publisher:Prefix", "not one word")]
    [InlineData("Publisher:AreaCode", "Leicestershire")]
    [InlineData("Publisher:Partnerships:MEL:AreaCode", "E23000021")]
    public void Publisher_Malformed_IsSaidAtStart(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        Assert.StartsWith(
            $"{key} is “{value}”.",
            Assert.Throws<InvalidOperationException>(() => Publisher.Read(configuration)).Message,
            StringComparison.Ordinal
        );
    }

    private async Task<JsonElement> ReadAsync()
    {
        var response = await service.AsNobody().GetAsync("/funding/data/360giving.json");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
