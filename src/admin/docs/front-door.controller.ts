import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Whoever opens the bare address finds the description of the API; the admin page will stand here. */
@ApiExcludeController()
@Controller()
export class FrontDoorController {
  @Get()
  @Redirect('/docs', 302)
  open(): void {
    // The redirect is the whole answer.
  }
}
