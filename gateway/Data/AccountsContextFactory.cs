using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Platform.Gateway.Data;

/// <summary>For <c>dotnet ef migrations add</c>, which needs no database.</summary>
internal sealed class AccountsContextFactory : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql("Host=none").Options);
}
