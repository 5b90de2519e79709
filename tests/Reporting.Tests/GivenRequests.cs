using Platform.Contracts;

namespace Platform.Reporting.Tests;

internal static class GivenRequests
{
    /// <summary>Empty tables on Wednesday 12 February 2025.</summary>
    public static async Task NoRequestsAsync(this RunningService<ReportingService> service)
    {
        await service.NothingAsync();
        await service.AsOwnerAsync("truncate foi_requests, foi_sequences");
    }

    /// <summary>Writes a request into the log through the API.</summary>
    public static async Task<string> LogAsync(this RunningService<ReportingService> service, NewFoiRequest typed)
    {
        var answer = await service
            .Officer()
            .SendJsonAsync(
                HttpMethod.Post,
                "/api/foi",
                new
                {
                    typed.Subject,
                    typed.OtherReference,
                    typed.Background,
                    typed.Questions,
                    RequesterName = typed.Name,
                    RequesterContact = typed.Contact,
                    typed.ReceivedOn,
                }
            );
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    /// <summary>The grants of seed 000's three projects.</summary>
    /// <returns>Their interventions.</returns>
    public static async Task<IReadOnlyList<Guid>> SaferStreetsAsync(this RunningService<ReportingService> service)
    {
        var all = GivenFoi.Projects;
        foreach (var grant in all.GroupBy(p => p.Grant))
        {
            var first = grant.First();
            var bid = Guid.NewGuid();
            var details = new GrantDetails(
                bid,
                grant.Key,
                "Safer Streets 1",
                first.Partnership,
                "Safer streets",
                "EXE001-20",
                new(2020, 8, 1),
                new(2021, 3, 31),
                [
                    .. grant.Select(p => new Intervention(
                        p.InterventionId,
                        p.Name,
                        "",
                        [new(new(2020), SpendKind.Capital, Money.FromPounds(1_000))],
                        [],
                        p.HasOwnAreas ? p.Areas : []
                    )
                    {
                        Assets = p.Planned,
                    }),
                ]
            )
            {
                Areas = [.. grant.SelectMany(p => p.Areas)],
            };
            await service.DeliverAsync(new GrantMade(Guid.NewGuid(), 1, Given.Now, Given.Ann, details));
        }
        return [.. all.Select(p => p.InterventionId)];
    }
}
