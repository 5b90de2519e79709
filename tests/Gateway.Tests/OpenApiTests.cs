using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Tests;

public sealed class OpenApiTests(Databases given)
{
    [Fact]
    public async Task Own_IsWhatIsCheckedIn()
    {
        var own = given.Host.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(ApiDescription.Document);
        var document = await own.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);
        await Platform.Testing.OpenApiDocument.AssertCheckedInAsync(
            await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, TestContext.Current.CancellationToken),
            "gateway/openapi.json"
        );
    }
}
