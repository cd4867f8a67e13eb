using Tocsin.Tests.Provider;

var app = ProviderApp.Build(args);
await ProviderApp.SeedAsync(app);
await app.RunAsync();
